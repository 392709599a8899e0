package dev.seep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerIdTest {
    private static final String ID = "74b39ea9592e0cd13be8fffb30d349be5ec13325622b2a2f2e13783e85cae86b";
    private static final String INNER = "0".repeat(64);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8:pids:/\n4:memory:/kubepods/burstable/pod2024ba42-3551-4480-a9cb-ca4294899909/ID\n0::/",
                "4:memory:/kubepods/pod2024ba42-3551-4480-a9cb-ca4294899909/ID",
                "0::/kubepods.slice/kubepods-besteffort.slice/kubepods-besteffort-pod2024ba42.slice/cri-containerd-ID.scope",
                "0::/../../kubepods-besteffort-pod2024ba42.slice/cri-containerd-ID.scope",
                "0::/kubepods.slice/kubepods-pod2024ba42.slice/crio-ID.scope/container",
                "0::/system.slice/docker-ID.scope",
                "1:name=systemd:/docker/ID",
                "0::/machine.slice/libpod-ID.scope/container",
                "0::/k8s.io/ID",
                "0::/kubepods/burstable/podx/ID/init.scope",
            })
    void isFoundInWhateverWayTheRuntimeWritesIt(String cgroup) {
        assertThat(ContainerId.in(cgroup.replace("ID", ID))).contains(ID);
    }

    @Test
    void ofContainersWithinAContainerIsTheOuterOne() {
        assertThat(ContainerId.in("0::/kubepods/podx/" + ID + "/docker/" + INNER))
                .contains(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0::/", "0::/system.slice/ssh.service", "0::/x/IDa", "0::/x/zID", "0::/podID-", ""})
    void isNotReadIntoOtherNames(String cgroup) {
        assertThat(ContainerId.in(cgroup.replace("podID-", "pod" + ID + "x").replace("ID", ID)))
                .isEmpty();
    }
}
