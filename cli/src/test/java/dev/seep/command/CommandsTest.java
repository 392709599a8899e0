package dev.seep.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.run.CliEnvironment;
import dev.seep.run.CliEnvironment.Terminal;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsTest {
    private static final List<String> NEED_THE_OTHERS = List.of("manifest", "completion", "man", "help");

    private final Commands commands = new Commands(
            new CliEnvironment(
                    new PrintWriter(Writer.nullWriter()),
                    new PrintWriter(Writer.nullWriter()),
                    Terminal.NONE,
                    Map.of(),
                    Clock.systemUTC(),
                    Path.of(""),
                    code -> {}),
            List.of());

    @Test
    void eachCommandAloneIsTheSameAsAmongTheOthers() {
        CommandLine all = commands.all();
        all.getSubcommands().forEach((name, among) -> {
            CommandLine only = commands.only(name);
            assertThat(only.getSubcommands().size() == 1).as(name).isEqualTo(!NEED_THE_OTHERS.contains(name));
            CommandLine alone = Objects.requireNonNull(only.getSubcommands().get(name));
            assertThat(alone.getUsageMessage()).isEqualTo(among.getUsageMessage());
            assertThat(alone.getCommandSpec().qualifiedName())
                    .isEqualTo(among.getCommandSpec().qualifiedName());
        });
    }

    @Test
    void aWordThatIsNoCommandLeavesAllOfThemToChooseFrom() {
        assertThat(commands.only("rum").getSubcommands().keySet())
                .isEqualTo(commands.all().getSubcommands().keySet());
    }
}
