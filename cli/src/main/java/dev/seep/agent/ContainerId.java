package dev.seep.agent;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the container in the name of a cgroup: {@code /kubepods/burstable/podUID/ID},
 * {@code /kubepods.slice/.../cri-containerd-ID.scope}, {@code crio-ID.scope}, {@code docker-ID.scope},
 * {@code libpod-ID.scope}; IDs are 64 hexadecimal digits.
 */
final class ContainerId {
    private static final Pattern ID = Pattern.compile("(?<![0-9a-zA-Z])[0-9a-f]{64}(?![0-9a-zA-Z])");

    private ContainerId() {}

    /** ID of the outermost container, to which containers within it belong; empty for a cgroup of none. */
    static Optional<String> in(String cgroup) {
        Matcher id = ID.matcher(cgroup);
        return id.find() ? Optional.of(id.group()) : Optional.empty();
    }
}
