package jp.tsunagi.account;

import org.jspecify.annotations.Nullable;

/** What the first-run page asks. Absent fields are empty ones. */
record FirstRunForm(
        String code,
        String centerCode,
        String centerName,
        String login,
        String name,
        String password,
        String passwordAgain) {

    FirstRunForm(
            @Nullable String code,
            @Nullable String centerCode,
            @Nullable String centerName,
            @Nullable String login,
            @Nullable String name,
            @Nullable String password,
            @Nullable String passwordAgain) {
        this.code = orEmpty(code);
        this.centerCode = orEmpty(centerCode);
        this.centerName = orEmpty(centerName);
        this.login = orEmpty(login);
        this.name = orEmpty(name);
        this.password = orEmpty(password);
        this.passwordAgain = orEmpty(passwordAgain);
    }

    static FirstRunForm empty() {
        return new FirstRunForm(null, null, null, null, null, null, null);
    }

    @Override
    public String toString() {
        return "FirstRunForm";
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
