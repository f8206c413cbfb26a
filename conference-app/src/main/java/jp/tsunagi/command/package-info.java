/** An act of a person or a gateway: who, for whom, under which key of repetition, entered into the audit around it. */
@NullMarked
package jp.tsunagi.command;

import org.jspecify.annotations.NullMarked;
