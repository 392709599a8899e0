package dev.seep.run;

import dev.seep.session.SoakPlan;
import dev.seep.store.RunPlan;
import dev.seep.store.SampleFormat;
import dev.seep.verdict.policy.Policy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Factory of the plan in a run folder. */
public final class RunPlans {
    private RunPlans() {}

    /**
     * The plan of a run that begins now on this machine.
     *
     * @param source kind of source, such as {@code kubernetes}
     * @param context of the source, such as kubectl's, null for none
     * @param plan all else that decides the polling
     */
    public static RunPlan beginning(
            CliEnvironment environment,
            String source,
            @Nullable String context,
            SoakPlan soak,
            SampleFormat format,
            Map<String, Object> plan,
            Policy policy) {
        return new RunPlan(
                SeepVersion.number(),
                environment.clock().instant(),
                CliEnvironment.host(),
                source,
                context,
                soak.every(),
                format,
                plan,
                policy.asMap(),
                soak.metrics());
    }
}
