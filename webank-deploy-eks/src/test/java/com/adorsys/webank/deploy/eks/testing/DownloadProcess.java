package com.adorsys.webank.deploy.eks.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Downloads twice, with two files in the place of the Internet. A program, since who answers for {@code https} is settled
 * once for a JVM.
 */
final class DownloadProcess {
    private final Path index;
    private final Path archive;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private DownloadProcess(Path index, Path archive) {
        this.index = index;
        this.archive = archive;
    }

    /** Takes the folder for downloads, the index, and the archive; prints what is found and what was asked for. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        DownloadProcess internet = new DownloadProcess(Path.of(args[1]), Path.of(args[2]));
        URL.setURLStreamHandlerFactory(protocol -> "https".equals(protocol) ? internet.handler() : null);
        for (TestBinary binary : List.of(TestBinary.ETCD, TestBinary.KUBE_APISERVER)) {
            Path file = DownloadedBinaries.get(binary, folder, "1.35.4");
            System.out.println(folder.relativize(file)
                    + (Files.isExecutable(file) ? " runs: " : " does not run: ")
                    + Files.readString(file));
        }
        internet.asked.forEach(System.out::println);
    }

    private URLStreamHandler handler() {
        return new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) throws IOException {
                asked.add(url.toString());
                byte[] answer = Files.readAllBytes(url.getPath().endsWith(".yaml") ? index : archive);
                return new URLConnection(url) {
                    @Override
                    public void connect() {
                        connected = true;
                    }

                    @Override
                    public InputStream getInputStream() {
                        return new ByteArrayInputStream(answer);
                    }
                };
            }
        };
    }
}
