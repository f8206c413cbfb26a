package jp.tsunagi.web;

import java.io.IOException;

/** More was sent than a call may carry. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("The body is larger than is accepted");
    }
}
