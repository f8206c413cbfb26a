package jp.tsunagi.flow;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A hub in which the forty requests were played. All it wrote lies below one folder, with what it logged, our own messages
 * at their most talkative.
 */
record Year(HubUnderTest hub, People people, List<PlayedCase> forty, FileAppender<ILoggingEvent> log)
        implements AutoCloseable {

    /** @param servers where broker and database are; none for those within the hub */
    static Year play(String... servers) {
        Path folder;
        try {
            folder = Files.createTempDirectory("tsunagi-flow");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        HubUnderTest hub = HubUnderTest.start(folder, FortyCases.START, servers);
        FileAppender<ILoggingEvent> log = log(folder.resolve("logs/hub.log"));
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("jp.tsunagi");
        Level before = ours.getLevel();
        root.addAppender(log);
        ours.setLevel(Level.TRACE);
        root.warn("The log of the hub is kept from here on");
        try {
            People people = new People(hub);
            return new Year(hub, people, FortyCases.play(hub, people), log);
        } finally {
            ours.setLevel(before);
        }
    }

    private static FileAppender<ILoggingEvent> log(Path file) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setPattern("%d %-5level [%thread] %logger %mdc %msg%n%throwable");
        lines.setCharset(StandardCharsets.UTF_8);
        lines.start();
        FileAppender<ILoggingEvent> log = new FileAppender<>();
        log.setContext(context);
        log.setFile(file.toString());
        log.setEncoder(lines);
        log.start();
        return log;
    }

    @Override
    public void close() throws IOException {
        hub.close();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        log.stop();
        FileSystemUtils.deleteRecursively(hub.folder());
    }

    /** Hands the one of this run to every test that asks for it, on the servers within the hub. */
    static final class Embedded implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Year.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Year.class))
                    .computeIfAbsent(Year.class, any -> Year.play());
        }
    }
}
