"""Which tenant a callback of Daraja belongs to, and the callbacks that came too late for any."""

import sqlalchemy as sa
from alembic import op

revision = "1d40b7e93a52"
down_revision = None


def upgrade() -> None:
    for table in ("payment_routing", "payment_callbacks_unrouted"):
        op.create_table(
            table,
            sa.Column("checkout_request_id", sa.Text, primary_key=True),
            sa.Column("tenant_slug", sa.Text),
        )


def downgrade() -> None:
    op.drop_table("payment_callbacks_unrouted")
    op.drop_table("payment_routing")
