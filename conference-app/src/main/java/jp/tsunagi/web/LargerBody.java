package jp.tsunagi.web;

import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A call of the API that may carry more than the others; a bean of the module that takes it.
 *
 * @param method of HTTP
 * @param path pattern below the context, such as {@code /api/v1/things/*}
 * @param most what it may carry
 */
public record LargerBody(String method, PathPattern path, DataSize most) {

    public static LargerBody of(String method, String path, DataSize most) {
        return new LargerBody(method, PathPatternParser.defaultInstance.parse(path), most);
    }

    boolean concerns(String otherMethod, String otherPath) {
        return method.equals(otherMethod) && path.matches(PathContainer.parsePath(otherPath));
    }
}
