package dev.seep.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Opens a file each time and never closes it. */
final class DescriptorLeak implements DemoBehaviour {
    private final List<InputStream> kept = new ArrayList<>();

    @Override
    public void tick() throws IOException {
        kept.add(Files.newInputStream(Path.of("/dev/null")));
    }
}
