package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.DeployException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The token in use: made when it is first needed, again before it expires, and once for each that is refused. Thread-safe. */
final class Tokens {
    private final TokenSource source;
    private final Clock clock;
    /** Held while a token is made, so that many requests cause one. */
    private final ReentrantLock making = new ReentrantLock();

    private volatile @Nullable BearerToken current;

    Tokens(TokenSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** The token to use now; makes one if there is none, or it is time. */
    String current() {
        BearerToken token = current;
        if (token != null && clock.instant().isBefore(token.renewal())) {
            return token.text();
        }
        return locked(this::renewed);
    }

    /** A token other than one that was refused; makes one, unless somebody else has in the meantime. */
    String insteadOf(String refused) {
        return locked(() -> {
            BearerToken token = current;
            if (token != null && token.text().equals(refused)) {
                current = null;
            }
            return renewed();
        });
    }

    private String renewed() {
        BearerToken old = current;
        Instant now = clock.instant();
        if (old != null && now.isBefore(old.renewal())) {
            return old.text();
        }
        try {
            BearerToken made = source.make();
            current = made;
            return made.text();
        } catch (DeployException.Interrupted e) {
            throw e;
        } catch (DeployException e) {
            // It was early: what cannot be renewed now may be later.
            if (old != null && now.isBefore(old.expiry())) {
                return old.text();
            }
            throw e;
        }
    }

    private String locked(java.util.function.Supplier<String> action) {
        try {
            making.lockInterruptibly();
        } catch (InterruptedException e) {
            throw new DeployException.Interrupted("Waiting for a token of the cluster was interrupted.");
        }
        try {
            return action.get();
        } finally {
            making.unlock();
        }
    }
}
