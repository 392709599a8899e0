package dev.seep.agent;

import dev.seep.sample.Target;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of a node's containers, from the links that the kubelet makes for their logs:
 * {@code POD_NAMESPACE_CONTAINER-ID.log}. The logs themselves are not needed.
 */
final class ContainerNames {
    private static final Pattern LINK = Pattern.compile("([^_/]+)_([^_/]+)_([^_/]+)-([0-9a-f]{64})\\.log");

    private final Path links;

    /** @param links where the host's {@code /var/log/containers} is */
    ContainerNames(Path links) {
        this.links = links;
    }

    /** By container ID; empty where there are no such links. */
    Map<String, Target> now() {
        String[] names = new File(links.toString()).list();
        Map<String, Target> targets = new HashMap<>();
        for (String name : names == null ? new String[0] : names) {
            Matcher link = LINK.matcher(name);
            if (link.matches()) {
                String pod = link.group(1);
                targets.put(link.group(4), Target.container(link.group(2), pod, link.group(3), "pod/" + pod));
            }
        }
        return targets;
    }
}
