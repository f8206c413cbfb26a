/**
 * What is to be done, and when: tasks, meetings and due dates of one officer, gathered from the modules that know them, and
 * the files that calendars take in. Nothing is stored here, so a task is gone as soon as its step is done.
 */
@NullMarked
package jp.tsunagi.schedule;

import org.jspecify.annotations.NullMarked;
