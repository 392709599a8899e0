package dev.seep.demo;

import java.io.IOException;

/** What a demo process does four times a second. */
interface Habit {
    void tick() throws IOException;
}
