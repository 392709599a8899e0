package dev.seep.report;

import java.io.IOException;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writer of XML and HTML elements. Characters that XML 1.0 cannot hold are left out: none of them is plain text. */
final class Markup {
    /** Content of a document, written when asked. */
    interface Content {
        void write(Markup markup) throws XMLStreamException;
    }

    private final XMLStreamWriter xml;

    private Markup(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The document that begins with these characters. */
    static String document(String prolog, Content content) throws IOException {
        StringWriter text = new StringWriter();
        text.append(prolog);
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            content.write(new Markup(xml));
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("cannot write markup: " + e.getMessage(), e);
        }
        return text.append('\n').toString();
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

    /** An element with text in it. */
    void text(String element, String text, String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
        xml.writeCharacters(valid(text));
        xml.writeEndElement();
    }

    /** A style sheet, which is text of our own and may be long. */
    void style(String sheet) throws XMLStreamException {
        xml.writeStartElement("style");
        xml.writeCharacters(sheet);
        xml.writeEndElement();
    }

    /** A shape of a picture: its coordinates are our own and may be many. */
    void shape(String element, String kind, String coordinates, String values) throws XMLStreamException {
        xml.writeEmptyElement(element);
        xml.writeAttribute("class", kind);
        xml.writeAttribute(coordinates, values);
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
