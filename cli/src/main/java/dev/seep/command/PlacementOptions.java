package dev.seep.command;

import dev.seep.manifest.Placement;
import dev.seep.run.TargetSelection;
import dev.seep.run.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the image and place in the cluster. */
final class PlacementOptions {
    static final String NAME = "[a-z]([-a-z0-9]{0,50}[a-z0-9])?";

    @Option(
            names = "--image",
            required = true,
            paramLabel = "IMAGE",
            description = "Image that runs seep, as your registry has it.")
    @SuppressWarnings("NullAway.Init")
    private String image;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "seep",
            description = "Name of all the objects. Default: ${DEFAULT-VALUE}.")
    private String name = "seep";

    @Option(
            names = "--in",
            paramLabel = "NS",
            description = "Namespace to put them into. Default: the first of -n, or default with -A.")
    private @Nullable String namespace;

    @Option(
            names = "--storage",
            paramLabel = "SIZE",
            defaultValue = "1Gi",
            description = "Size of the volume for the run folder. Default: ${DEFAULT-VALUE}.")
    private String storage = "1Gi";

    @Option(
            names = "--storage-class",
            paramLabel = "CLASS",
            description = "Class of that volume. Default: that of the cluster.")
    private @Nullable String storageClass;

    Placement placement(TargetSelection targets) {
        if (!name.matches(NAME)) {
            throw new UsageException(
                    "--name: '" + name + "' cannot name objects: small letters, digits and -, such as soak-shop");
        }
        String chosen = namespace != null
                ? namespace
                : targets.namespaces().isEmpty()
                        ? "default"
                        : targets.namespaces().get(0);
        return new Placement(name, chosen, image, storage, storageClass);
    }
}
