package dev.seep.report;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements, without the characters that XML 1.0 cannot hold: none of them is plain text. */
final class JunitXml {
    private final XMLStreamWriter xml;

    JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void begin(String element, String... attributes) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        attributes(attributes);
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    void empty(String element, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
    }

    void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(valid(text));
        xml.writeEndElement();
    }

    void text(String element, String message, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes("message", message);
        xml.writeCharacters(valid(text));
        xml.writeEndElement();
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], valid(namesAndValues[i + 1]));
        }
    }

    private static String valid(String text) {
        return PlainText.of(text, true);
    }
}
