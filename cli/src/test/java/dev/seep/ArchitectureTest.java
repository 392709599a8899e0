package dev.seep;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.seep.store.line.StoreException;

/** Who may call whom: the measuring half and the judging half meet in {@code sample} alone. */
@AnalyzeClasses(packages = "dev.seep", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrows = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.seep..")
            .withOptionalLayers(true)
            .layer("main")
            .definedBy("dev.seep")
            .layer("command")
            .definedBy("dev.seep.command..")
            .layer("run")
            .definedBy("dev.seep.run..")
            .layer("live")
            .definedBy("dev.seep.live..")
            .layer("session")
            .definedBy("dev.seep.session..")
            .layer("source")
            .definedBy("dev.seep.source")
            .layer("sources")
            .definedBy("dev.seep.source.*..")
            .layer("probe")
            .definedBy("dev.seep.probe..")
            .layer("evidence")
            .definedBy("dev.seep.evidence..")
            .layer("store")
            .definedBy("dev.seep.store..")
            .layer("trend")
            .definedBy("dev.seep.trend..")
            .layer("verdict")
            .definedBy("dev.seep.verdict..")
            .layer("report")
            .definedBy("dev.seep.report..")
            .layer("plot")
            .definedBy("dev.seep.plot..")
            .layer("export")
            .definedBy("dev.seep.export..")
            .layer("agent")
            .definedBy("dev.seep.agent..")
            .layer("manifest")
            .definedBy("dev.seep.manifest..")
            .layer("demo")
            .definedBy("dev.seep.demo..")
            .whereLayer("main")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("command")
            .mayOnlyBeAccessedByLayers("main")
            .whereLayer("run")
            .mayOnlyBeAccessedByLayers("command", "main")
            .whereLayer("live")
            .mayOnlyBeAccessedByLayers("command", "run")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("command", "run", "live")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("command", "run", "session", "sources")
            .whereLayer("sources")
            .mayOnlyBeAccessedByLayers("command", "run", "manifest")
            .whereLayer("manifest")
            .mayOnlyBeAccessedByLayers("command", "run")
            .whereLayer("probe")
            .mayOnlyBeAccessedByLayers("command", "run", "session", "agent")
            .whereLayer("agent")
            .mayOnlyBeAccessedByLayers("command", "run")
            .whereLayer("evidence")
            .mayOnlyBeAccessedByLayers("command", "run")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("command", "run")
            .whereLayer("verdict")
            .mayOnlyBeAccessedByLayers("command", "run", "live", "report", "export")
            .whereLayer("trend")
            .mayOnlyBeAccessedByLayers("command", "run", "live", "verdict", "report", "export")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("command", "run")
            .whereLayer("plot")
            .mayOnlyBeAccessedByLayers("live", "report")
            .whereLayer("export")
            .mayOnlyBeAccessedByLayers("command", "run", "agent")
            .whereLayer("demo")
            .mayOnlyBeAccessedByLayers("command", "run")
            .whereLayer("demo")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule arrowsOfKubernetes = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.seep..")
            .layer("kubernetes")
            .definedBy("dev.seep.source.kubernetes")
            .layer("api")
            .definedBy("dev.seep.source.kubernetes.api..")
            .layer("websocket")
            .definedBy("dev.seep.source.kubernetes.websocket..")
            .layer("exec")
            .definedBy("dev.seep.source.kubernetes.exec..")
            .layer("pods")
            .definedBy("dev.seep.source.kubernetes.pods..")
            .layer("objects")
            .definedBy("dev.seep.source.kubernetes.objects..")
            .layer("standin")
            .definedBy("dev.seep.source.kubernetes.standin..")
            .layer("job")
            .definedBy("dev.seep.source.kubernetes.job..")
            .layer("users")
            .definedBy("dev.seep.command..", "dev.seep.run..", "dev.seep.manifest..")
            .whereLayer("kubernetes")
            .mayOnlyBeAccessedByLayers("users")
            .whereLayer("websocket")
            .mayOnlyBeAccessedByLayers("exec")
            .whereLayer("exec")
            .mayOnlyBeAccessedByLayers("kubernetes", "pods", "objects", "standin", "job")
            .whereLayer("pods")
            .mayOnlyBeAccessedByLayers("kubernetes", "objects", "standin", "job", "users")
            .whereLayer("objects")
            .mayOnlyBeAccessedByLayers("kubernetes", "users")
            .whereLayer("standin")
            .mayOnlyBeAccessedByLayers("kubernetes")
            .whereLayer("job")
            .mayOnlyBeAccessedByLayers("users");

    @ArchTest
    static final ArchRule arrowsOfTheStore = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.seep.store..")
            .layer("folder")
            .definedBy("dev.seep.store")
            .layer("csv")
            .definedBy("dev.seep.store.csv")
            .layer("samples")
            .definedBy("dev.seep.store.sample")
            .layer("line")
            .definedBy("dev.seep.store.line")
            .whereLayer("folder")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("csv")
            .mayOnlyBeAccessedByLayers("folder")
            .whereLayer("samples")
            .mayOnlyBeAccessedByLayers("folder", "csv");

    @ArchTest
    static final ArchRule howFilesAreReadStaysInTheStore = noClasses()
            .that()
            .resideOutsideOfPackage("dev.seep.store..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.seep.store.sample", "dev.seep.store.line")
                    .and(not(type(StoreException.class))));

    @ArchTest
    static final ArchRule noPackageInACycle =
            slices().matching("dev.seep.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule picocliEndsAtTheCommand = noClasses()
            .that()
            .resideOutsideOfPackages("dev.seep.command..", "dev.seep")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule kubernetesStaysInItsSource = noClasses()
            .that()
            .resideOutsideOfPackage("dev.seep.source.kubernetes..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.kubernetes..", "okhttp3..", "com.google.gson..");

    @ArchTest
    static final ArchRule jsonStaysAtTheRim = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.seep.store..",
                    "dev.seep.report..",
                    "dev.seep.verdict.policy..",
                    "dev.seep.manifest..",
                    "dev.seep.agent..",
                    "dev.seep.source.docker..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule jlineStaysInTheLiveView = noClasses()
            .that()
            .resideOutsideOfPackage("dev.seep.live..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jline..");

    @ArchTest
    static final ArchRule servingStaysInTheExporter = noClasses()
            .that()
            .resideOutsideOfPackage("dev.seep.export..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.net.httpserver..");

    @ArchTest
    static final ArchRule onlyMainTouchesTheProcess = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.seep.Main")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class);
}
