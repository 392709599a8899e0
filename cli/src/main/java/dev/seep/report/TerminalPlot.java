package dev.seep.report;

import dev.seep.plot.Axis;
import dev.seep.plot.TextPlot;
import dev.seep.sample.BadDirection;
import dev.seep.sample.Series;
import dev.seep.trend.FittedView;
import dev.seep.verdict.Explanation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A series on a terminal: its samples, the best fit of both hypotheses, its restarts. */
final class TerminalPlot {
    private static final int HIGHEST = 20;
    private static final int LOWEST = 6;

    private final Series series;
    private final Optional<FittedView> fittedView;
    private final double sign;
    private final Style style;
    private final TextPlot plot;

    /** @param explanation of a series with at least one sample */
    TerminalPlot(Explanation explanation, Style style) {
        this.series = explanation.shown();
        this.style = style;
        this.fittedView = explanation.trend().views().stream().findFirst();
        this.sign = series.metric().bad() == BadDirection.DOWN ? -1 : 1;
        int rows = Math.max(LOWEST, Math.min(HIGHEST, style.width() / 7));
        this.plot = new TextPlot(scale(), hour(series.size() - 1), style.width(), rows, style.unicode());
        for (int i = 0; i < series.size(); i++) {
            plot.sample(hour(i), series.value(i));
        }
        for (int i = 1; i < series.size(); i++) {
            if (series.life(i) != series.life(i - 1)) {
                plot.rule(hour(i), AnsiColour.DIM.on(style.unicode() ? "┊" : "!", style));
            }
        }
        fittedView.ifPresent(this::curves);
    }

    private double hour(int i) {
        return (series.seconds(i) - series.seconds(0)) / 3600;
    }

    private Axis scale() {
        List<Double> all = new ArrayList<>(series.values().boxed().toList());
        fittedView.ifPresent(fit -> {
            fit.settles().forEach(value -> all.add(sign * value));
            fit.grows().forEach(value -> all.add(sign * value));
        });
        return Axis.ofValues(
                Collections.min(all), Collections.max(all), series.metric().unit());
    }

    List<String> lines() {
        return plot.lines();
    }

    /** Meaning of the marks. */
    String legend() {
        String restarts = restarts() == 0 ? "" : (style.unicode() ? "   ┊ " : "   ! ") + "restart";
        return fittedView.isEmpty()
                ? "samples" + restarts
                : AnsiColour.GREEN.on(settles(), style) + " if it settles   "
                        + (fittedView.get().grows().isEmpty()
                                ? ""
                                : AnsiColour.RED.on(grows(), style) + " if it keeps growing")
                        + restarts;
    }

    int restarts() {
        int restarts = 0;
        for (int i = 1; i < series.size(); i++) {
            restarts += series.life(i) == series.life(i - 1) ? 0 : 1;
        }
        return restarts;
    }

    private void curves(FittedView fit) {
        curve(fit, fit.settles(), 0, AnsiColour.GREEN.on(settles(), style));
        curve(fit, fit.grows(), 2, AnsiColour.RED.on(grows(), style));
    }

    /** A mark every fourth column, so that the samples, and where both fits agree the other fit, can be seen. */
    private void curve(FittedView fit, List<Double> fitted, int phase, String mark) {
        for (int column = phase; column < plot.columns() && !fitted.isEmpty(); column += 4) {
            double hour = plot.hour(column);
            int before = before(fit.hours(), hour);
            if (before < 0
                    || crossesRestart(fit.hours().get(before), fit.hours().get(before + 1))) {
                continue;
            }
            double from = fit.hours().get(before);
            double share = (hour - from) / (fit.hours().get(before + 1) - from);
            double value = sign * (fitted.get(before) + share * (fitted.get(before + 1) - fitted.get(before)));
            plot.mark(column, value, mark);
        }
    }

    private static int before(List<Double> hours, double hour) {
        for (int i = 0; i + 1 < hours.size(); i++) {
            if (hours.get(i) <= hour && hour <= hours.get(i + 1) && hours.get(i) < hours.get(i + 1)) {
                return i;
            }
        }
        return -1;
    }

    private boolean crossesRestart(double from, double to) {
        for (int i = 1; i < series.size(); i++) {
            if (series.life(i) != series.life(i - 1) && hour(i) > from && hour(i) <= to) {
                return true;
            }
        }
        return false;
    }

    private String settles() {
        return style.unicode() ? "○" : "o";
    }

    private String grows() {
        return style.unicode() ? "●" : "#";
    }
}
