package jp.tsunagi.faults;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Open while the hub is up, so that clients need not try while it is not. */
final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private boolean open;

    void open() {
        set(true);
    }

    void close() {
        set(false);
    }

    private void set(boolean now) {
        lock.lock();
        try {
            open = now;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void awaitOpen(Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (!open) {
                if (left <= 0) {
                    throw new AssertionError("The hub was not up within " + atMost);
                }
                left = opened.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
