package org.faasnetlab.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Accepts files that are dragged onto the window. */
final class FileDrop {
    private FileDrop() {}

    static void accept(Node target, Consumer<List<Path>> files) {
        target.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<File> dropped = event.getDragboard().getFiles();
            event.setDropCompleted(!dropped.isEmpty());
            event.consume();
            if (!dropped.isEmpty()) {
                files.accept(dropped.stream().map(File::toPath).toList());
            }
        });
    }
}
