package dev.seep.run;

import java.util.Optional;

/** Version of this build, from the manifest of its jar. */
public final class SeepVersion {
    private SeepVersion() {}

    public static String number() {
        return Optional.ofNullable(SeepVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
