package ykien.newsroom.page;

import ykien.page.Asset;

/// The files that the newsroom's pages refer to, besides the paper's own.
public final class NewsroomAssets {
    private static final String FOLDER = "/newsroom/assets/";

    /// How the newsroom looks, over the paper's own style sheet.
    public static final Asset STYLE_SHEET =
            Asset.load(NewsroomAssets.class, FOLDER, "newsroom.css", "text/css; charset=utf-8");

    /// What makes its pages quicker, where scripts are on.
    public static final Asset SCRIPT =
            Asset.load(NewsroomAssets.class, FOLDER, "newsroom.js", "text/javascript; charset=utf-8");

    private NewsroomAssets() {}
}
