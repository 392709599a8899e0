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
            .whereLayer("live")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("command", "live")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("command", "session", "sources")
            .whereLayer("sources")
            .mayOnlyBeAccessedByLayers("command", "manifest")
            .whereLayer("manifest")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("probe")
            .mayOnlyBeAccessedByLayers("command", "session", "agent")
            .whereLayer("agent")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("evidence")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("verdict")
            .mayOnlyBeAccessedByLayers("command", "live", "report", "export")
            .whereLayer("trend")
            .mayOnlyBeAccessedByLayers("command", "live", "verdict", "report", "export")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("export")
            .mayOnlyBeAccessedByLayers("command", "agent")
            .whereLayer("demo")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("demo")
            .mayNotAccessAnyLayer();

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
            .resideInAnyPackage("io.kubernetes..", "okhttp3..");

    @ArchTest
    static final ArchRule jsonStaysAtTheRim = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.seep.store..",
                    "dev.seep.report..",
                    "dev.seep.verdict.policy..",
                    "dev.seep.manifest..",
                    "dev.seep.agent..")
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
