package dev.seep.live;

import dev.seep.plot.Axis;
import dev.seep.plot.TextPlot;
import dev.seep.sample.Abnormality;
import dev.seep.sample.Durations;
import dev.seep.sample.Event;
import dev.seep.sample.Quantity;
import dev.seep.sample.Series;
import dev.seep.session.SoakStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;

/** Composes the whole screen of the live view, line by line. */
final class Screen {
    private static final int LEAST_ROWS = 3;
    private static final List<String> HELP = List.of(
            "",
            "  up, down, PgUp, PgDn   move and page        (also k, j, blank)",
            "  Enter                  look at one series large, Esc goes back",
            "  s                      sort by: worst, slope, limit, name",
            "  /                      filter by a part of a name; Enter keeps it, Esc drops it",
            "  p                      hold the picture still; polling goes on",
            "  q                      quit",
            "",
            "  What is said so far is a look at averages and no verdict:",
            "  growing   half of the run is over, and it has kept growing beyond doubt",
            "  open      it rises, and it is too early to say whether that goes on",
            "  flat      it settles",
            "  noisy     growth could hide in its noise",
            "  early     too few samples",
            "",
            "  Series are ordered by their rise against their own unrest.");

    private final Canvas canvas;
    private final String title;
    private final Optional<Event> abnormal;

    /** @param abnormal the last abnormal event, empty if there was none */
    Screen(Canvas canvas, String title, Optional<Event> abnormal) {
        this.canvas = canvas;
        this.title = title;
        this.abnormal = abnormal;
    }

    /** As many lines as the screen has rows. */
    List<AttributedString> lines(SoakStatus status, List<TableRow> rows, ViewState viewState) {
        List<AttributedString> lines = new ArrayList<>(head(status));
        abnormal.ifPresent(event -> lines.add(event(event, status.time())));
        int height = Math.max(2, canvas.rows() - lines.size() - 1);
        lines.addAll(
                switch (viewState.page) {
                    case HELP ->
                        HELP.stream()
                                .limit(height)
                                .map(line -> canvas.line(line, Canvas.PLAIN))
                                .toList();
                    case ONE -> one(rows, viewState, height);
                    case TABLE ->
                        rows.isEmpty()
                                ? List.of(canvas.line(nothing(viewState), Canvas.FAINT))
                                : new Table(canvas).lines(rows, viewState, height);
                });
        while (lines.size() < canvas.rows() - 1) {
            lines.add(AttributedString.EMPTY);
        }
        lines.add(foot(rows, viewState));
        return lines.subList(0, Math.min(lines.size(), canvas.rows()));
    }

    private static String nothing(ViewState viewState) {
        return viewState.filter.isEmpty() ? "no samples yet" : "no series has '" + viewState.filter + "' in its name";
    }

    private List<AttributedString> head(SoakStatus status) {
        String left = status.left()
                .map(time -> " (" + Durations.text(whole(time.plusMillis(999))) + " left)")
                .orElse("");
        double seconds = Math.max(1, status.elapsed().toMillis() / 1e3);
        double millis = status.answers() == 0 ? Double.NaN : status.answerMillis() / status.answers();
        String numbers = Quantity.count(status.targets()) + (status.targets() == 1 ? " target  " : " targets  ")
                + Quantity.count(status.polls()) + " polls  "
                + Quantity.count(status.gaps()) + " with gaps  " + Quantity.digits(status.polls() / seconds)
                + " polls/s" + (Double.isNaN(millis) ? "" : ", " + Quantity.digits(millis) + " ms each");
        String first = " seep  " + title + "  " + Durations.text(whole(status.elapsed())) + left;
        return List.of(
                canvas.line(first, Canvas.TITLE),
                canvas.line(" " + numbers, Canvas.PLAIN),
                canvas.line(
                        status.trouble().map(trouble -> " ! " + trouble).orElse(""),
                        Canvas.style(TableRow.Tendency.OPEN)));
    }

    private AttributedString event(Event event, Instant now) {
        String words = Abnormality.of(event).map(Abnormality::words).orElse("");
        String ago = Durations.text(whole(Duration.between(event.time(), now))) + " ago";
        return canvas.line(" event " + ago + "  " + words, Canvas.style(TableRow.Tendency.OPEN));
    }

    private static Duration whole(Duration time) {
        return time.isNegative() ? Duration.ZERO : time.truncatedTo(ChronoUnit.SECONDS);
    }

    private List<AttributedString> one(List<TableRow> rows, ViewState viewState, int height) {
        TableRow row = rows.stream()
                .filter(each -> each.rankedSeries().name().equals(viewState.selected))
                .findFirst()
                .orElse(null);
        if (row == null || row.rankedSeries().course().size() == 0) {
            return List.of(canvas.line(" " + viewState.selected + ": is no longer among those shown", Canvas.FAINT));
        }
        RankedSeries rankedSeries = row.rankedSeries();
        List<AttributedString> lines = new ArrayList<>();
        lines.add(canvas.line(" " + rankedSeries.name(), Canvas.STRONG));
        String limit = rankedSeries.course().limit().isPresent()
                ? ", limit "
                        + Quantity.of(
                                rankedSeries.course().limit().getAsDouble(),
                                rankedSeries.metric().unit())
                : "";
        lines.add(canvas.line(
                " now "
                        + Quantity.of(
                                rankedSeries.value(), rankedSeries.metric().unit()) + limit + ", growth "
                        + Table.slope(row) + ", so far: " + row.tendency().word(),
                Canvas.style(row.tendency())));
        for (String line : chart(rankedSeries, height - lines.size())) {
            // JLine knows light lines only in the terminal's own set of characters, else as ASCII.
            lines.add(canvas.line(" " + line.replace('│', '┃').replace('┤', '┨'), Canvas.PLAIN));
        }
        return lines;
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

    private AttributedString foot(List<TableRow> rows, ViewState viewState) {
        if (viewState.typing) {
            return canvas.line("filter: " + viewState.filter + "_   Enter keeps it, Esc drops it", Canvas.STRONG);
        }
        String state = (viewState.paused ? "PAUSED " : "") + "sort: " + viewState.sort.word()
                + (viewState.filter.isEmpty() ? "" : "  filter: " + viewState.filter);
        String place = rows.isEmpty() ? "" : "  " + (viewState.indexOf(rows) + 1) + "/" + rows.size();
        return canvas.line(state + place + "  Enter large  s sort  / filter  p pause  ? help  q quit", Canvas.FAINT);
    }
}
