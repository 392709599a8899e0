package dev.seep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A {@code curl} that answers the address of the release, and no other, with the classes under test. */
final class FakeDownload {
    private FakeDownload() {}

    /** Returns the folder that curl is in. */
    static Path into(Path folder, String version) throws IOException {
        Path release = folder.resolve("download/seep-" + version + "/bin");
        Path bin = folder.resolve("bin");
        Files.createDirectories(release);
        Files.createDirectories(bin);
        executable(release.resolve("seep"), """
                #!/bin/sh
                exec '%s/bin/java' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' dev.seep.Main "$@"
                """.formatted(
                        System.getProperty("java.home"), System.getProperty("java.class.path")));
        executable(bin.resolve("curl"), """
                #!/bin/sh
                [ "$*" = "-fsSL https://repo1.maven.org/maven2/dev/seep/seep/%1$s/seep-%1$s-dist.tar.gz" ] || exit 22
                exec tar -cz -C '%2$s' .
                """.formatted(version, folder.resolve("download")));
        return bin;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
