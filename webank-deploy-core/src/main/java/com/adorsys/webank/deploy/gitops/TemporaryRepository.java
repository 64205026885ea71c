package com.adorsys.webank.deploy.gitops;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.dfs.DfsObjDatabase;
import org.eclipse.jgit.internal.storage.dfs.DfsOutputStream;
import org.eclipse.jgit.internal.storage.dfs.DfsPackDescription;
import org.eclipse.jgit.internal.storage.dfs.DfsReader;
import org.eclipse.jgit.internal.storage.dfs.DfsReaderOptions;
import org.eclipse.jgit.internal.storage.dfs.DfsReftableDatabase;
import org.eclipse.jgit.internal.storage.dfs.DfsRepository;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryBuilder;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.ReadableChannel;
import org.eclipse.jgit.internal.storage.pack.PackExt;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.RefDatabase;
import org.jspecify.annotations.Nullable;

/**
 * A bare repository in a temporary folder, which is removed when it is closed. It holds objects in packs, and has no
 * branches.
 *
 * <p>It is not JGit's repository of files: that one reads the user's configuration, and writes what it measures of the
 * file system into it.
 */
final class TemporaryRepository extends DfsRepository {
    private final Path folder;
    private final Packs packs;
    private final RefDatabase refs = new NoRefs(this);

    private TemporaryRepository(Builder builder, Path folder) {
        super(builder);
        this.folder = folder;
        this.packs = new Packs(this, folder);
    }

    static TemporaryRepository inNewFolder() throws IOException {
        Path folder = Files.createTempDirectory("webank-deploy-git");
        try {
            return new TemporaryRepository(
                    new Builder(folder).setRepositoryDescription(new DfsRepositoryDescription(folder.toString())),
                    folder);
        } catch (RuntimeException | Error e) {
            Files.delete(folder);
            throw e;
        }
    }

    private static final class Builder extends DfsRepositoryBuilder<Builder, TemporaryRepository> {
        private final Path folder;

        Builder(Path folder) {
            this.folder = folder;
        }

        @Override
        public TemporaryRepository build() {
            return new TemporaryRepository(this, folder);
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public DfsObjDatabase getObjectDatabase() {
        return packs;
    }

    @Override
    public RefDatabase getRefDatabase() {
        return refs;
    }

    /** Removes the folder. */
    @Override
    public void close() {
        super.close();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // It is temporary: the system removes what cannot be removed now.
            folder.toFile().deleteOnExit();
        }
    }

    /** The packs, a file for each. */
    private static final class Packs extends DfsObjDatabase {
        private final Path folder;
        private List<DfsPackDescription> packs = List.of();
        private Set<ObjectId> shallow = Set.of();
        private int made;

        Packs(DfsRepository repository, Path folder) {
            super(repository, new DfsReaderOptions());
            this.folder = folder;
        }

        @Override
        protected synchronized List<DfsPackDescription> listPacks() {
            return packs;
        }

        @Override
        protected synchronized DfsPackDescription newPack(PackSource source) {
            made++;
            return new DfsPackDescription(getRepository().getDescription(), "pack-" + made, source);
        }

        @Override
        protected synchronized void commitPackImpl(
                Collection<DfsPackDescription> added, @Nullable Collection<DfsPackDescription> replaced) {
            List<DfsPackDescription> all = new ArrayList<>(added);
            all.addAll(packs);
            if (replaced != null) {
                all.removeAll(replaced);
            }
            packs = List.copyOf(all);
            clearCache();
        }

        @Override
        protected void rollbackPack(Collection<DfsPackDescription> packs) {
            // A pack that is not committed is not listed; its file goes with the folder.
        }

        @Override
        protected ReadableChannel openFile(DfsPackDescription pack, PackExt ext) throws IOException {
            return new PackChannel(FileChannel.open(folder.resolve(pack.getFileName(ext)), StandardOpenOption.READ));
        }

        @Override
        protected DfsOutputStream writeFile(DfsPackDescription pack, PackExt ext) throws IOException {
            return new PackOutput(FileChannel.open(
                    folder.resolve(pack.getFileName(ext)),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE));
        }

        @Override
        public DfsReader newReader() {
            return new ShallowReader(this);
        }

        @Override
        public synchronized Set<ObjectId> getShallowCommits() {
            return shallow;
        }

        @Override
        public synchronized void setShallowCommits(Set<ObjectId> commits) {
            shallow = Set.copyOf(commits);
        }

        @Override
        public long getApproximateObjectCount() {
            long count = 0;
            for (DfsPackDescription pack : listPacks()) {
                count += pack.getObjectCount();
            }
            return count;
        }
    }

    /** Knows which commits have no parents here; JGit's own reader of such packs does not. */
    private static final class ShallowReader extends DfsReader {
        private final Packs packs;

        ShallowReader(Packs packs) {
            super(packs);
            this.packs = packs;
        }

        @Override
        public ObjectReader newReader() {
            return new ShallowReader(packs);
        }

        @Override
        public Set<ObjectId> getShallowCommits() {
            return packs.getShallowCommits();
        }
    }

    private static final class PackOutput extends DfsOutputStream {
        private final FileChannel channel;

        PackOutput(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }

        @Override
        public int read(long position, ByteBuffer into) throws IOException {
            return channel.read(into, position);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private record PackChannel(FileChannel channel) implements ReadableChannel {
        @Override
        public int read(ByteBuffer into) throws IOException {
            return channel.read(into);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public void position(long position) throws IOException {
            channel.position(position);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public int blockSize() {
            return 0;
        }

        @Override
        public void setReadAheadBytes(int bytes) {
            // The system reads ahead.
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** The branches of this repository: none. */
    private static final class NoRefs extends DfsReftableDatabase {
        NoRefs(DfsRepository repository) {
            super(repository);
        }
    }
}
