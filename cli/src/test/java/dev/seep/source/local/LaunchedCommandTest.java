package dev.seep.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchedCommandTest {
    @ParameterizedTest
    @CsvSource({"java, java", "/usr/bin/java, java", "./run.sh, run.sh", "../a b/c d, c d"})
    void isNamedAfterTheFileOfItsCommand(String command, String name) {
        assertThat(LaunchedCommand.of(List.of(command, "/not/this"), null).name())
                .isEqualTo(name);
    }

    @Test
    void needsACommand() {
        assertThatThrownBy(() -> new LaunchedCommand("web", List.of(), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no command for web");
        assertThatThrownBy(() -> LaunchedCommand.of(List.of(), null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsItsCommandWhateverBecomesOfTheList() {
        List<String> command = new ArrayList<>(List.of("sleep", "1"));
        LaunchedCommand launchedCommand = LaunchedCommand.of(command, null);
        command.set(0, "rm");

        assertThat(launchedCommand.command()).containsExactly("sleep", "1");
    }
}
