package dev.seep.evidence;

import dev.seep.sample.Growth.Kind;
import dev.seep.sample.Quantity;
import dev.seep.sample.Worded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One capture of the resources that a target holds. An {@link EvidenceScript} prints it as lines of
 *
 * <pre>
 *   KIND tab AMOUNT tab COUNT tab WHO tab GROUP tab EXAMPLE
 *   note tab TEXT
 *   end
 * </pre>
 *
 * where names are bytes of the target and EXAMPLE is empty for a group of several. A line that is none of these is
 * passed over: it can only come from a target that lies.
 */
public final class EvidenceCapture {
    private static final int MOST_NOTES = 20;

    private final Map<List<Object>, HeldResource> heldResources = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private boolean whole;

    private EvidenceCapture() {}

    /** @param out decoded as ISO 8859-1 */
    public static EvidenceCapture parse(String out) {
        EvidenceCapture evidenceCapture = new EvidenceCapture();
        evidenceCapture.add(out);
        return evidenceCapture;
    }

    /** Adds the output of another script for the same capture. */
    public void add(String out) {
        whole = false;
        out.lines().forEach(this::line);
        if (!whole) {
            notes.add("the look was cut short: there may be more than is told");
        }
    }

    private void line(String line) {
        String[] words = line.split("\t", -1);
        if (line.equals("end")) {
            whole = true;
        } else if (words.length == 2 && words[0].equals("note") && notes.size() < MOST_NOTES) {
            notes.add(PrintableNames.of(words[1]));
        } else if (words.length == 6) {
            holding(words)
                    .ifPresent(one ->
                            heldResources.merge(List.of(one.kind(), one.who(), one.group()), one, HeldResource::and));
        }
    }

    private static Optional<HeldResource> holding(String[] words) {
        double amount = number(words[1]);
        double count = number(words[2]);
        return Worded.find(Kind.class, words[0])
                .filter(kind -> !Double.isNaN(amount) && !Double.isNaN(count))
                .map(kind -> new HeldResource(
                        kind, PrintableNames.of(words[3]), named(kind, words[4]), named(kind, words[5]), amount, (long)
                                count));
    }

    private static String named(Kind kind, String name) {
        String words =
                switch (kind) {
                    case SOCKETS -> SocketDescriptions.of(name);
                    case DESCRIPTORS -> name.startsWith("tcp ") ? "socket " + SocketDescriptions.of(name) : name;
                    case CLASSES -> JvmClassNames.of(name);
                    default -> name;
                };
        return PrintableNames.of(words);
    }

    private static double number(String text) {
        return text.matches("[0-9]{1,15}") ? Double.parseDouble(text) : Double.NaN;
    }

    /** Whether a process of this name was seen. */
    public boolean hasProcess(String name) {
        return heldResources.values().stream()
                .anyMatch(heldResource -> heldResource.kind() == Kind.PROCESSES
                        && heldResource.what().equals(name));
    }

    /** Whether no resource was captured at all. */
    public boolean isEmpty() {
        return heldResources.isEmpty();
    }

    /** Notes on resources that could not be captured, each one line. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    Map<List<Object>, HeldResource> holdings() {
        return heldResources;
    }

    boolean has(Kind kind) {
        return heldResources.values().stream().anyMatch(heldResource -> heldResource.kind() == kind);
    }

    /** For people: by kind, the most of each first. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Kind kind : Kind.values()) {
            List<HeldResource> some = sorted(heldResources.values(), kind);
            if (!some.isEmpty()) {
                text.append('\n').append(kind.word()).append('\n');
                some.forEach(one -> text.append(line(one)).append('\n'));
            }
        }
        notes.forEach(note -> text.append("\nnote: ").append(note).append('\n'));
        return text.toString();
    }

    private static List<HeldResource> sorted(Collection<HeldResource> all, Kind kind) {
        return all.stream()
                .filter(heldResource -> heldResource.kind() == kind)
                .sorted(Comparator.comparingDouble(HeldResource::amount)
                        .reversed()
                        .thenComparing(HeldResource::who)
                        .thenComparing(HeldResource::group))
                .toList();
    }

    private static String line(HeldResource heldResource) {
        boolean counted = heldResource.kind() == Kind.CLASSES || heldResource.kind() == Kind.FILES;
        return String.format(
                Locale.ROOT,
                "%12s  %-16s  %s%s",
                Quantity.of(heldResource.amount(), heldResource.kind().unit()),
                heldResource.who(),
                heldResource.what(),
                counted ? "  (" + Quantity.count(heldResource.count()) + ")" : "");
    }
}
