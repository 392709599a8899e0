package dev.seep.source.kubernetes.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seep.sample.GapReason;
import dev.seep.source.exec.ExecEnd.Broken;
import dev.seep.source.exec.ExecEnd.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusFrameTest {
    @Test
    void successIsExitZero() {
        assertThat(StatusFrame.parse("{'metadata':{},'status':'Success'}")).isEqualTo(new Exit(0));
    }

    @Test
    void theExitCodeIsAmongTheCauses() {
        assertThat(StatusFrame.parse("{'status':'Failure','reason':'NonZeroExitCode','message':'command terminated',"
                        + "'details':{'causes':[null,{'reason':'Other','message':'1'},"
                        + "{'reason':'ExitCode','message':'137'}]}}"))
                .isEqualTo(new Exit(137));
    }

    @Test
    void aFailureWithoutAnExitCodeIsReadFromItsWords() {
        assertThat(StatusFrame.parse("{'status':'Failure','message':'exec: \\\"sh\\\": executable file not found'}"))
                .isEqualTo(new Broken(GapReason.NO_SHELL, "exec: \"sh\": executable file not found"));
        assertThat(StatusFrame.parse("{'status':'Failure','message':'container not found (\\\"app\\\")'}"))
                .isEqualTo(new Broken(GapReason.TARGET_GONE, "container not found (\"app\")"));
        assertThat(StatusFrame.parse("{'status':'Failure','message':'two\\nlines'}"))
                .isEqualTo(new Broken(GapReason.FAILED, "two lines"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'status':'Failure'}",
                "{}",
                "{'details':{}}",
                "{'details':{'causes':[]}}",
                "{'details':{'causes':[{'reason':'ExitCode'}]}}",
                "{'details':{'causes':[{'reason':'ExitCode','message':'-1'}]}}",
                "{'details':{'causes':[{'reason':'ExitCode','message':'12345678901'}]}}",
            })
    void noExitCodeIsNoSuccess(String json) {
        assertThat(StatusFrame.parse(json)).isEqualTo(new Broken(GapReason.FAILED, "no exit status"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "7"})
    void whatIsNoStatusIsSaidSo(String text) {
        assertThat(StatusFrame.parse(text))
                .isEqualTo(new Broken(GapReason.FAILED, "the server's exit status is not readable: " + text));
    }
}
