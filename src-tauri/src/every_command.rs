// Every command the page may call, once. From this list come the handlers, the typed bindings, the permission
// manifest (build.rs includes this file), and, by the tests in `bindings.rs`, the capability and the isolation
// app's allow list.
macro_rules! every_command {
    ($then:ident) => {
        $then![
            workspace_open,
            workspace_backup,
            workspace_restore,
            gallery_list,
            gallery_use,
            flow_list,
            flow_create,
            flow_import,
            flow_open,
            flow_edit,
            flow_undo,
            flow_redo,
            flow_go_to,
            flow_source,
            flow_migration,
            flow_export,
            flow_copy,
            flow_duplicate,
            flow_delete,
            flow_undelete,
            flow_add_image,
            flow_drop_image,
            preview_render,
            preview_act,
            preview_screens,
            facts_components,
            rule_explain,
            account_list,
            account_connect,
            account_remove,
            account_token,
            publish_plan,
            publish_apply,
            settings_get,
            settings_set,
            link_open,
        ]
    };
}
