package dev.seep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** An example for a pipeline, and how its system would run the steps in it. */
enum ExamplePipeline {
    GITHUB("github-actions.yaml", "bash -eo pipefail") {
        @Override
        List<String> steps(Path folder) throws IOException {
            return StreamSupport.stream(yaml().at("/jobs/soak/steps").spliterator(), false)
                    .filter(step -> step.has("run") && !step.has("if"))
                    .map(step -> step.get("run").asText())
                    .toList();
        }
    },
    GITLAB("gitlab-ci.yml", "bash -eo pipefail") {
        @Override
        List<String> steps(Path folder) throws IOException {
            List<String> lines = new ArrayList<>();
            yaml().at("/soak/script").forEach(line -> lines.add(line.asText()));
            return List.of(String.join("\n", lines));
        }
    },
    JENKINS("Jenkinsfile", "sh -xe") {
        @Override
        List<String> steps(Path folder) throws IOException {
            return Pattern.compile("'''(.*?)'''", Pattern.DOTALL)
                    .matcher(text())
                    .results()
                    .map(script -> script.group(1))
                    .toList();
        }
    },
    TEKTON("tekton-task.yaml", "bash") {
        @Override
        List<String> steps(Path folder) throws IOException {
            String script = yaml().at("/spec/steps/0/script").asText();
            return List.of(script.replace(
                    "$(results.verdict.path)", folder.resolve("result").toString()));
        }
    },
    ARGO("argo-workflow.yaml", "bash") {
        @Override
        List<String> steps(Path folder) throws IOException {
            return List.of(yaml().at("/spec/templates/0/script/source").asText());
        }
    };

    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^(\\w+)=(.*)$");

    private final String file;
    private final String shell;

    ExamplePipeline(String file, String shell) {
        this.file = file;
        this.shell = shell;
    }

    /** The scripts of its steps, in their order. */
    abstract List<String> steps(Path folder) throws IOException;

    String text() throws IOException {
        return Files.readString(REPOSITORY.resolve("examples").resolve(file));
    }

    JsonNode yaml() throws IOException {
        return new YAMLMapper().readTree(text());
    }

    /** Runs the steps until one fails; what they print is in the file {@code log}. Returns the last exit code. */
    int run(Path folder, Map<String, String> environment) throws Exception {
        Path bin = FakeDownload.into(folder, version());
        int exit = 0;
        for (String step : steps(folder)) {
            exit = exit == 0 ? run(step, bin, folder, environment) : exit;
        }
        return exit;
    }

    private int run(String step, Path bin, Path folder, Map<String, String> environment) throws Exception {
        Path script = Files.writeString(folder.resolve("step"), step);
        List<String> command = new ArrayList<>(List.of(shell.split(" ")));
        command.add(script.toString());
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        Map<String, String> variables = process.environment();
        variables.putAll(environment);
        variables.put("NAMESPACE", "shop");
        variables.put("HOME", folder.toString());
        String path = bin + ":" + variables.get("PATH");
        variables.put("PATH", this == GITHUB ? gitHub(folder, variables) + path : path);
        return process.start().waitFor();
    }

    /** What GitHub's runner keeps between steps. Returns what comes first in the search path. */
    private static String gitHub(Path folder, Map<String, String> variables) throws IOException {
        variables.remove("KUBECONFIG");
        variables.put("GITHUB_ACTIONS", "true");
        variables.put("CREDENTIALS", variables.get("SOAK_KUBECONFIG"));
        variables.put("RUNNER_TEMP", folder.toString());
        for (String name : List.of("GITHUB_ENV", "GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")) {
            variables.put(name, folder.resolve(name).toString());
            Files.writeString(folder.resolve(name), "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        for (MatchResult kept : ASSIGNMENT
                .matcher(Files.readString(folder.resolve("GITHUB_ENV")))
                .results()
                .toList()) {
            variables.put(kept.group(1), kept.group(2));
        }
        return Files.readString(folder.resolve("GITHUB_PATH")).replace('\n', ':');
    }

    private static String version() throws IOException {
        String pom = Files.readString(REPOSITORY.resolve("pom.xml"));
        return Pattern.compile("<version>(.*?)</version>")
                .matcher(pom)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
