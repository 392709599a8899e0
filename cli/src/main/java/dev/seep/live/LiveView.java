package dev.seep.live;

import dev.seep.sample.RunTally;
import dev.seep.sample.Threads;
import dev.seep.session.SoakStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/**
 * The full screen on which a person watches a run. It draws in a thread of its own on the terminal of standard error,
 * reads keys, and changes nothing but that it ends the run of a person who leaves.
 */
public final class LiveView implements AutoCloseable {
    private static final long REDRAW_MILLIS = 250;
    private static final Size USUAL = Size.of(80, 24);

    private final Terminal terminal;
    private final Attributes before;
    private final FollowedRun run;
    private final TrendRefresher trendRefresher;
    private final Keyboard keyboard;
    private final ViewState viewState = new ViewState();
    private final boolean unicode;
    private final Display display;
    private final Thread thread;
    private final AtomicBoolean closed = new AtomicBoolean();
    private SoakStatus status;
    private RunTally.Counts counts;
    private TrendRefresher.Seen seen = TrendRefresher.Seen.NOTHING;

    private LiveView(Terminal terminal, boolean unicode, FollowedRun run) {
        this.terminal = terminal;
        this.unicode = unicode;
        this.run = run;
        this.trendRefresher = new TrendRefresher(
                run.seriesRanking(), () -> isHalfOver(run.status().get()));
        this.keyboard = new Keyboard(viewState, trendRefresher::filter, run.endsWithView(), run.leave());
        this.status = run.status().get();
        this.counts = run.counts().get();
        this.before = terminal.enterRawMode();
        Attributes raw = terminal.getAttributes();
        raw.setLocalFlag(Attributes.LocalFlag.ISIG, true); // Ctrl-C ends the run as ever
        raw.setControlChar(Attributes.ControlChar.VSUSP, 0); // a stopped seep would leave the screen as it is
        terminal.setAttributes(raw);
        this.display = new Display(terminal, true);
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.keypad_xmit);
        terminal.puts(Capability.cursor_invisible);
        terminal.flush();
        this.thread = Threads.start("view", this::show);
    }

    /**
     * Opens the screen; whoever opened it closes it, also after the person has left.
     *
     * @throws IOException if there is no terminal that can show it
     */
    public static LiveView open(boolean unicode, FollowedRun run) throws IOException {
        Terminal terminal = null;
        try {
            terminal = TerminalBuilder.builder()
                    .system(true)
                    .systemOutput(SystemOutput.SysErrOrSysOut)
                    .nativeSignals(false)
                    .dumb(false)
                    .build();
            if (terminal.getStringCapability(Capability.cursor_address) == null) {
                throw new IOException("the terminal cannot move its cursor");
            }
            return new LiveView(terminal, unicode, run);
        } catch (IOException | IllegalStateException | UncheckedIOException unable) {
            if (terminal != null) {
                terminal.close();
            }
            throw unable instanceof IOException io ? io : new IOException(unable);
        }
    }

    /** The first half of a healthy run may well rise: caches fill, pools grow. */
    private static boolean isHalfOver(SoakStatus status) {
        return status.left().map(left -> status.elapsed().compareTo(left) >= 0).orElse(true);
    }

    private void show() {
        NonBlockingReader input = terminal.reader();
        BindingReader bindings = new BindingReader(input);
        KeyMap<Key> commands = Key.commands(terminal);
        KeyMap<Key> typing = Key.typing();
        try {
            while (!closed.get()) {
                draw();
                int next = bindings.peekCharacter(REDRAW_MILLIS);
                if (next >= 0) {
                    Key key = bindings.readBinding(viewState.typing ? typing : commands);
                    keyboard.press(key, String.valueOf(bindings.getLastBinding()), rows(), page());
                } else if (next == NonBlockingReader.EOF) {
                    Thread.sleep(REDRAW_MILLIS);
                }
            }
        } catch (InterruptedException | java.io.IOError ended) {
            Thread.currentThread().interrupt();
        }
    }

    private List<TableRow> rows() {
        return viewState.sorted(seen.rows());
    }

    private int page() {
        return Math.max(1, size().getRows() - 6);
    }

    private Size size() {
        Size size = terminal.getSize();
        return size.getRows() > 0 && size.getColumns() > 0 ? size : USUAL;
    }

    private synchronized void draw() {
        if (closed.get()) {
            return;
        }
        if (!viewState.paused) {
            status = run.status().get();
            counts = run.counts().get();
            seen = trendRefresher.seen();
        }
        Size size = size();
        if (size.getRows() != display.getRows() || size.getColumns() != display.getColumns()) {
            display.resize(size);
            terminal.puts(Capability.clear_screen);
            display.reset();
        }
        Canvas canvas = new Canvas(size.getColumns(), size.getRows(), unicode);
        display.update(new Screen(canvas, frame()).lines(viewState), 0);
    }

    private Frame frame() {
        return new Frame(
                run.title(),
                status,
                counts,
                seen,
                rows(),
                run.seriesRanking().abnormal(),
                viewState.page == ViewState.Page.ONE ? run.evidence().get() : List.of());
    }

    /** Leaves the terminal as it was. May be called by any thread, and twice. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        trendRefresher.close();
        thread.interrupt();
        synchronized (this) {
            terminal.puts(Capability.cursor_visible);
            terminal.puts(Capability.keypad_local);
            terminal.puts(Capability.exit_ca_mode);
            terminal.flush();
            terminal.setAttributes(before);
        }
        try {
            terminal.close();
        } catch (IOException lost) {
            // nobody is left to see it
        }
    }
}
