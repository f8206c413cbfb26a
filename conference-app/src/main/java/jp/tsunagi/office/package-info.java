/** The pages of the office around the cases: the directory, the accounts, the audit, one's own settings, and the help. */
@NullMarked
package jp.tsunagi.office;

import org.jspecify.annotations.NullMarked;
