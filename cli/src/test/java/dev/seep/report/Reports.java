package dev.seep.report;

import dev.seep.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reports as the tests read them. */
final class Reports {
    /** Writes to an {@link Appendable}, as reports and explanations do. */
    interface Written {
        void to(Appendable out) throws IOException;
    }

    private Reports() {}

    static String text(Report report, Verdict verdict) {
        return text(out -> report.write(verdict, out));
    }

    static String text(Written written) {
        StringBuilder out = new StringBuilder();
        try {
            written.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    /** What the verdict looks like in each format, as plain as it gets and as rich. */
    static List<String> all(Verdict verdict) {
        return List.of(
                text(new TextReport(Style.PLAIN, "run", true), verdict),
                text(new TextReport(new Style(true, false, 40), null, false), verdict),
                text(new VerdictJson("1.0.0"), verdict),
                text(new MarkdownReport(), verdict),
                text(new HtmlReport("1.0.0"), verdict),
                text(new JunitReport(), verdict),
                text(new GithubAnnotations(), verdict));
    }

    /** The document, which a reader refuses that is not well-formed. */
    static Document parsed(String xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception broken) {
            throw new AssertionError(broken.getMessage() + " in\n" + xml, broken);
        }
    }

    static List<Element> elements(Document document, String name) {
        NodeList all = document.getElementsByTagName(name);
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList();
    }

    static String golden(String name) {
        try (InputStream file = Reports.class.getResourceAsStream("/report/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
