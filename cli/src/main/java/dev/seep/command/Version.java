package dev.seep.command;

import dev.seep.run.SeepVersion;
import picocli.CommandLine.IVersionProvider;

/** Text of {@code --version}. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "seep " + SeepVersion.number() + " (Java " + Runtime.version().feature() + ", "
                    + System.getProperty("os.name") + ")"
        };
    }
}
