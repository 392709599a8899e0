package dev.seep.live;

import dev.seep.plot.Axis;
import dev.seep.plot.TextPlot;
import dev.seep.sample.Abnormality;
import dev.seep.sample.Durations;
import dev.seep.sample.Event;
import dev.seep.sample.Quantity;
import dev.seep.sample.Series;
import dev.seep.sample.Target;
import dev.seep.session.SoakStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.jline.utils.AttributedString;

/** Composes the whole screen of the live view, line by line. */
final class Screen {
    private static final int LEAST_ROWS = 3;
    private static final List<String> HELP = List.of(
            "  up, down, PgUp, PgDn   move and page (also k, j, blank)",
            "  Enter                  look at one series large; Esc or q goes back",
            "  s                      sort by: worst, slope, limit, name",
            "  /                      filter by parts of a name: cart/app mem, cart*anon;",
            "                         * lists constant series too. Esc drops the filter",
            "  p                      hold the picture still; polling goes on",
            "  q                      leave; asks before a soak ends by it",
            "  Ctrl-C                 leave at once",
            "",
            "  What is said so far is a look at averages and no verdict:",
            "  growing     half of the run is over, and it has kept growing beyond doubt",
            "  may leak    it rises, and it is too early to say whether that goes on",
            "  noisy       growth could hide in its noise",
            "  too short   too few samples",
            "  shrinking   it falls",
            "  steady      it settles, or has settled",
            "",
            "  Of each word, those come first that rise most against their own unrest.");

    private final Canvas canvas;
    private final Frame frame;

    Screen(Canvas canvas, Frame frame) {
        this.canvas = canvas;
        this.frame = frame;
    }

    /** As many lines as the screen has rows. */
    List<AttributedString> lines(ViewState viewState) {
        List<AttributedString> lines = new ArrayList<>(head());
        frame.abnormal().ifPresent(event -> lines.add(event(event)));
        int height = Math.max(2, canvas.rows() - lines.size() - 1);
        lines.addAll(
                switch (viewState.page) {
                    case HELP ->
                        HELP.stream()
                                .limit(height)
                                .map(line -> canvas.line(line, Canvas.PLAIN))
                                .toList();
                    case ONE -> one(viewState, height);
                    case TABLE -> table(viewState, height);
                });
        while (lines.size() < canvas.rows() - 1) {
            lines.add(AttributedString.EMPTY);
        }
        lines.add(foot(viewState));
        return lines.subList(0, Math.min(lines.size(), canvas.rows()));
    }

    private List<AttributedString> table(ViewState viewState, int height) {
        if (!frame.rows().isEmpty()) {
            return new Table(canvas).lines(frame, viewState, height);
        }
        String words;
        if (!viewState.filter.isEmpty()) {
            words = "no series fits '" + viewState.filter + "'";
        } else if (frame.seen().constant() > 0) {
            words = "nothing moves so far: " + Quantity.count(frame.seen().constant()) + " constant series";
        } else {
            words = "waiting for the first answers of "
                    + Quantity.counted(frame.status().targets(), "target");
        }
        return List.of(canvas.line(" " + words, Canvas.FAINT));
    }

    private List<AttributedString> head() {
        SoakStatus status = frame.status();
        return List.of(
                canvas.line(" seep  " + RunTime.words(status) + "  " + frame.title(), Canvas.TITLE),
                canvas.line(" " + frame.counts(), Canvas.PLAIN),
                canvas.line(status.trouble().map(trouble -> " ! " + trouble).orElse(""), Canvas.WARNING));
    }

    private AttributedString event(Event event) {
        Instant now = frame.status().time();
        String words = Abnormality.of(event).map(Abnormality::words).orElse("");
        String ago = Durations.text(RunTime.whole(Duration.between(event.time(), now))) + " ago";
        return canvas.line(" event " + ago + "  " + words, Canvas.WARNING);
    }

    private List<AttributedString> one(ViewState viewState, int height) {
        TableRow row = frame.rows().stream()
                .filter(each -> each.rankedSeries().name().equals(viewState.selected))
                .findFirst()
                .orElse(null);
        if (row == null || row.rankedSeries().course().size() == 0) {
            return List.of(canvas.line(" " + viewState.selected + ": is no longer among those shown", Canvas.FAINT));
        }
        RankedSeries rankedSeries = row.rankedSeries();
        List<AttributedString> lines = new ArrayList<>();
        lines.add(canvas.line(" " + rankedSeries.name() + workload(rankedSeries.target()), Canvas.STRONG));
        lines.add(canvas.line(" " + row.tendency().word() + ": now " + value(row), Canvas.style(row.tendency())));
        lines.add(canvas.line(
                " growth " + new GrowthWords(row).withInterval()
                        + (row.hoursToLimit() > 0
                                ? ", reaches the limit in " + Quantity.ofHours(row.hoursToLimit())
                                : ""),
                Canvas.PLAIN));
        for (String line :
                EvidenceLines.of(rankedSeries.target(), rankedSeries.metric().name(), frame.evidence())) {
            lines.add(canvas.line(" seen: " + line, Canvas.PLAIN));
        }
        for (String line : chart(rankedSeries, height - lines.size())) {
            // JLine knows light lines only in the terminal's own set of characters, else as ASCII.
            lines.add(canvas.line(" " + line.replace('│', '┃').replace('┤', '┨'), Canvas.PLAIN));
        }
        return lines;
    }

    private static String workload(Target target) {
        return target.workload().equals(target.name()) ? "" : " of " + target.workload();
    }

    private static String value(TableRow row) {
        RankedSeries series = row.rankedSeries();
        double limit = series.course().limit().orElse(Double.NaN);
        return Quantity.of(series.value(), series.metric().unit())
                + (Double.isNaN(limit)
                        ? ""
                        : ", limit " + Quantity.of(limit, series.metric().unit()));
    }

    private List<String> chart(RankedSeries rankedSeries, int height) {
        Series course = rankedSeries.course();
        DoubleSummaryStatistics values = course.values().summaryStatistics();
        double begin = course.seconds(0);
        TextPlot plot = new TextPlot(
                Axis.ofValues(
                        values.getMin(), values.getMax(), rankedSeries.metric().unit()),
                (course.seconds(course.size() - 1) - begin) / 3600,
                canvas.columns() - 1,
                Math.max(LEAST_ROWS, height - 1),
                canvas.unicode());
        for (int i = 0; i < course.size(); i++) {
            plot.sample((course.seconds(i) - begin) / 3600, course.value(i));
        }
        return plot.lines();
    }

    private AttributedString foot(ViewState viewState) {
        if (viewState.leaving) {
            return canvas.line("ending: waiting for the last answers", Canvas.STRONG);
        }
        if (viewState.asking) {
            return canvas.line(
                    "end it now, after " + RunTime.passed(frame.status())
                            + "? y ends and judges it, any other key goes on",
                    Canvas.TITLE);
        }
        if (viewState.typing) {
            return canvas.line(
                    "filter: " + viewState.filter + "_   parts, * and ? between; Enter keeps it, Esc drops it",
                    Canvas.STRONG);
        }
        String held = viewState.paused ? "PAUSED " : "";
        return canvas.line(
                held
                        + switch (viewState.page) {
                            case HELP -> "Esc back";
                            case ONE -> "Esc back  up, down: the others  p pause  ? help";
                            case TABLE ->
                                place(viewState) + "  Enter large  "
                                        + (viewState.filter.isEmpty() ? "s sort  / filter  p pause" : "Esc all")
                                        + "  ? help  q quit";
                        },
                Canvas.FAINT);
    }

    private String place(ViewState viewState) {
        List<TableRow> rows = frame.rows();
        return "sort: " + viewState.sort.word() + (viewState.filter.isEmpty() ? "" : "  filter: " + viewState.filter)
                + (rows.isEmpty() ? "" : "  " + (viewState.indexOf(rows) + 1) + "/" + rows.size());
    }
}
