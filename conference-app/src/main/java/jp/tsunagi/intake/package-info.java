/**
 * The shared intake sheet (庁内共通シート): she tells her story once, and each section of the municipality gets the part of it
 * that she gave it and nothing else; with the list of procedures of one visit (ワンストップ), ticked off as they are done.
 */
@NullMarked
package jp.tsunagi.intake;

import org.jspecify.annotations.NullMarked;
