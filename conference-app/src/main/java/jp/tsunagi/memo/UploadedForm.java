package jp.tsunagi.memo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * A form with files, read as it comes in: texts become parameters, and each file is held in memory up to what is taken,
 * while the rest of a larger one is counted and dropped. So a file that is refused takes no typed word with it, and nothing
 * lies unsealed in a temporary folder, as it would by the container's own road. The parser is that of the container.
 */
final class UploadedForm extends HttpServletRequestWrapper {

    private static final int LONGEST_FIELD = 1024 * 1024;
    private static final int MOST_FIELDS = 200;
    private static final int LONGEST_HEADER = 8 * 1024;
    private static final long MOST_READ = 300L * 1024 * 1024;

    private final Map<String, String[]> parameters;

    private UploadedForm(HttpServletRequest request, Map<String, String[]> parameters) {
        super(request);
        this.parameters = parameters;
    }

    /** @throws IOException where the form cannot be read, or is beyond all bounds */
    static UploadedForm read(HttpServletRequest request) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        List<Upload> uploads = new ArrayList<>();
        FileUpload reader = new FileUpload();
        reader.setPartHeaderSizeMax(LONGEST_HEADER);
        long left = MOST_READ;
        int count = 0;
        try {
            FileItemIterator parts = reader.getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (++count > MOST_FIELDS) {
                    throw new IOException("A form of too many fields");
                }
                if (part.isFormField()) {
                    byte[] text = part.openStream().readNBytes(LONGEST_FIELD + 1);
                    if (text.length > LONGEST_FIELD) {
                        throw new IOException("A field beyond all bounds");
                    }
                    fields.computeIfAbsent(part.getFieldName(), name -> new ArrayList<>())
                            .add(new String(text, StandardCharsets.UTF_8));
                } else {
                    // One more than a memo has, so that too many are seen to be too many.
                    boolean taken = uploads.size() <= MemoSending.MOST_FILES;
                    Upload upload = upload(part.openStream(), taken ? Attaching.LARGEST : 0, left);
                    left -= upload.size();
                    // Browsers send an empty part where no file was chosen.
                    if (upload.size() > 0) {
                        uploads.add(upload);
                    }
                }
            }
        } catch (FileUploadException e) {
            throw new IOException("A form that cannot be read");
        }
        Map<String, String[]> parameters = new LinkedHashMap<>(request.getParameterMap());
        fields.forEach((name, texts) -> parameters.put(name, texts.toArray(String[]::new)));
        request.setAttribute(Upload.ATTRIBUTE, List.copyOf(uploads));
        return new UploadedForm(request, parameters);
    }

    private static Upload upload(InputStream in, int most, long left) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            size += got;
            if (size > left) {
                throw new IOException("Files beyond all bounds");
            }
            if (size <= most) {
                content.write(buffer, 0, got);
            } else {
                content.reset();
            }
        }
        return new Upload(size <= most ? content.toByteArray() : null, size);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }
}
