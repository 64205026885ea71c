package com.adorsys.webank.deploy.checks;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** Runs classes of the documentation in a process of its own: their {@code main}, or their tests. */
final class DocumentedCodeRunner {
    private DocumentedCodeRunner() {}

    /** Runs classes, each of which is followed by the place that it stands at. */
    public static void main(String[] args) throws ReflectiveOperationException {
        for (int i = 0; i < args.length; i += 2) {
            try {
                run(Class.forName(args[i]));
            } catch (InvocationTargetException e) {
                System.err.println(args[i + 1] + " failed: " + e.getCause());
                System.exit(1);
            }
        }
    }

    private static void run(Class<?> type) throws ReflectiveOperationException {
        boolean ran = false;
        for (Method method : type.getDeclaredMethods()) {
            method.setAccessible(true);
            if (method.isAnnotationPresent(Test.class)) {
                Constructor<?> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                method.invoke(constructor.newInstance());
                ran = true;
            } else if (method.getName().equals("main")) {
                method.invoke(null, (Object) new String[0]);
                ran = true;
            }
        }
        if (!ran) {
            throw new IllegalStateException(type + " has neither a main method nor tests");
        }
    }
}
