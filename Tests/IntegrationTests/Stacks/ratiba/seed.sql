-- What a healthy tenant has: staff with hours, one payment under way and one long done, few checkpoints, and as many
-- active snippets as it may have.
INSERT INTO tenant_demo.staff VALUES (1);
INSERT INTO tenant_demo.staff_schedules SELECT 1, day, '09:00', '18:00' FROM generate_series(1, 5) AS day;
INSERT INTO tenant_demo.payments VALUES
    (1, 'initiated', 'ws_CO_1', now()),
    (2, 'completed', 'ws_CO_2', now() - interval '7 days');
INSERT INTO public.payment_routing VALUES ('ws_CO_1', 'demo'), ('ws_CO_2', 'demo');
INSERT INTO tenant_demo.checkpoints SELECT 'thread' FROM generate_series(1, 10);
INSERT INTO tenant_demo.knowledge_snippets
    SELECT number, 'general', number <= 20, now() FROM generate_series(1, 50) AS number;
