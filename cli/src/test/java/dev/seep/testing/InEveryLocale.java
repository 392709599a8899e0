package dev.seep.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** A test that is run in each of five default locales, which differ in their digits, separators and small letters. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(InEveryLocale.Runs.class)
public @interface InEveryLocale {
    /** A run for each locale. */
    final class Runs implements TestTemplateInvocationContextProvider {
        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of("und", "ar-EG", "th-TH-u-nu-thai", "de-DE", "tr-TR")
                    .map(Locale::forLanguageTag)
                    .map(In::new);
        }
    }

    /** One run, after which the default is what it was. */
    record In(Locale locale) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int index) {
            return locale.toLanguageTag();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            Locale before = Locale.getDefault();
            BeforeEachCallback set = context -> Locale.setDefault(locale);
            AfterEachCallback restore = context -> Locale.setDefault(before);
            return List.of(set, restore);
        }
    }
}
