package dev.seep.store.line;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Table that numbers the different byte strings of a column from 0, without making a String of each cell. */
public final class ByteStringIndex {
    private final List<byte[]> names = new ArrayList<>();
    /** Number of a name plus one, by its hash; 0 where free. */
    private int[] slots = new int[64];

    private int last = -1;

    /** The number of these bytes: the next one if they were not seen before. */
    public int number(byte[] bytes, int from, int to) {
        if (last < 0 || !same(last, bytes, from, to)) {
            last = find(bytes, from, to);
        }
        return last;
    }

    public String name(int number) {
        return new String(names.get(number), StandardCharsets.UTF_8);
    }

    private int find(byte[] bytes, int from, int to) {
        int slot = hash(bytes, from, to) & (slots.length - 1);
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (same(number, bytes, from, to)) {
                return number;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        names.add(Arrays.copyOfRange(bytes, from, to));
        slots[slot] = names.size();
        if (names.size() * 2 > slots.length) {
            grow();
        }
        return names.size() - 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < names.size(); number++) {
            byte[] name = names.get(number);
            int slot = hash(name, 0, name.length) & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = number + 1;
        }
    }

    private boolean same(int number, byte[] bytes, int from, int to) {
        byte[] name = names.get(number);
        return Arrays.equals(name, 0, name.length, bytes, from, to);
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ (hash >>> 15);
    }
}
