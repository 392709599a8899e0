package dev.seep.verdict.policy;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Ceilings of events whose reason neither happened in a run nor is known to happen: often a word that is written wrong.
 * A ceiling of a known reason that did not happen did its duty.
 */
public final class UnusedEventCeilings {
    /** Reasons in the states of pods and nodes. */
    private static final Set<String> STATES =
            Set.of(("ContainerCannotRun ContainerStatusUnknown CrashLoopBackOff CreateContainerConfigError"
                            + " CreateContainerError DeadlineExceeded DiskPressure ErrImageNeverPull ErrImagePull Error"
                            + " Evicted ImageInspectError ImagePullBackOff InvalidImageName MemoryPressure NodeAffinity"
                            + " NodeLost NodeNotReady NodePorts NodeShutdown OOMKilled OutOfcpu OutOfephemeral-storage"
                            + " OutOfmemory OutOfpods PIDPressure Pending PostStartHookError PreCreateHookError"
                            + " PreStartHookError Preempting RegistryUnavailable RunContainerError Shutdown StartError"
                            + " Terminated Terminating UnexpectedAdmissionError Unknown")
                    .split(" "));

    /** Warning events of Kubernetes' own components and of its node problem detector. */
    private static final Set<String> WARNINGS = Set.of(
            ("BackOff BackoffLimitExceeded ContainerGCFailed DNSConfigForming EvictionThresholdMet ExceededGracePeriod"
                            + " Failed FailedAttachVolume FailedBinding FailedComputeMetricsReplicas FailedCreate"
                            + " FailedCreatePodContainer FailedCreatePodSandBox FailedDaemonPod FailedDelete"
                            + " FailedGetResourceMetric FailedGetScale FailedKillPod FailedMapVolume FailedMount"
                            + " FailedNodeAllocatableEnforcement FailedPodSandBoxStatus FailedPostStartHook"
                            + " FailedPreStopHook FailedRescale FailedScheduling FailedSync"
                            + " FailedToRetrieveImagePullSecret FailedToUpdateEndpoint FailedToUpdateEndpointSlices"
                            + " FailedUpdate FailedValidation FileSystemResizeFailed FreeDiskSpaceFailed"
                            + " HostPortConflict ImageGCFailed InspectFailed InvalidDiskCapacity KernelOops"
                            + " NetworkNotReady OOMKilling ProbeWarning ProvisioningFailed Rebooted"
                            + " ReplicaSetCreateError SyncLoadBalancerFailed SystemOOM TaskHung TooManyMissedTimes"
                            + " Unhealthy VolumeFailedDelete VolumeResizeFailed")
                    .split(" "));

    private UnusedEventCeilings() {}

    /**
     * A sentence for each such ceiling.
     *
     * @param happened the reasons of the events of the run
     */
    public static List<String> of(Policy policy, Collection<String> happened) {
        Set<String> known = new TreeSet<>(happened);
        known.addAll(STATES);
        known.addAll(WARNINGS);
        return policy.events().stream()
                .filter(ceiling -> known.stream().noneMatch(ceiling.reason()::matches))
                .map(ceiling -> ceiling.place() + ": no event of this run has the reason '"
                        + ceiling.reason().text() + "', and it is none of the usual ones"
                        + SpellingSuggestion.meant(
                                SpellingSuggestion.of(ceiling.reason().text(), known)))
                .toList();
    }
}
