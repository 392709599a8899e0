package dev.seep.live;

import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** Commands that the keys of the live view give. */
enum Key {
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    ENTER,
    ESCAPE,
    DELETE,
    SORT,
    FILTER,
    PAUSE,
    HELP,
    QUIT,
    /** Any other, which matters while a filter is typed. */
    TEXT;

    private static final long ESCAPE_MILLIS = 50;

    /** The keys of the table, by the codes of this terminal and by those that most terminals send. */
    static KeyMap<Key> commands(Terminal terminal) {
        KeyMap<Key> keys = new KeyMap<>();
        keys.setNomatch(TEXT);
        keys.setUnicode(TEXT);
        keys.setAmbiguousTimeout(ESCAPE_MILLIS);
        bind(keys, terminal, UP, Capability.key_up, "\033[A", "\033OA", "k");
        bind(keys, terminal, DOWN, Capability.key_down, "\033[B", "\033OB", "j");
        bind(keys, terminal, PAGE_UP, Capability.key_ppage, "\033[5~");
        bind(keys, terminal, PAGE_DOWN, Capability.key_npage, "\033[6~", " ");
        keys.bind(ENTER, "\r", "\n");
        keys.bind(ESCAPE, "\033");
        keys.bind(SORT, "s");
        keys.bind(FILTER, "/");
        keys.bind(PAUSE, "p");
        keys.bind(HELP, "?", "h");
        keys.bind(QUIT, "q");
        return keys;
    }

    /** The keys while a filter is typed. */
    static KeyMap<Key> typing() {
        KeyMap<Key> keys = new KeyMap<>();
        keys.setNomatch(TEXT);
        keys.setUnicode(TEXT);
        keys.setAmbiguousTimeout(ESCAPE_MILLIS);
        keys.bind(ENTER, "\r", "\n");
        keys.bind(ESCAPE, "\033");
        keys.bind(DELETE, "\177", "\b");
        return keys;
    }

    private static void bind(KeyMap<Key> keys, Terminal terminal, Key key, Capability code, String... usual) {
        String own = KeyMap.key(terminal, code);
        if (own != null && !own.isEmpty()) {
            keys.bind(key, own);
        }
        keys.bind(key, usual);
    }
}
