package dev.seep.demo;

import java.io.IOException;

/** Behaviour of a demo process: one step of it, four times a second. */
interface DemoBehaviour {
    void tick() throws IOException;
}
