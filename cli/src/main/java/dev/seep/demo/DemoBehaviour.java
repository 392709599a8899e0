package dev.seep.demo;

import java.io.IOException;

/** What a demo process does four times a second. */
interface DemoBehaviour {
    void tick() throws IOException;
}
